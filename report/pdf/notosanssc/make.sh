#!/bin/sh
# Makes the two fonts of this package from the files they are published in.
#
#   sh make.sh          needs npm (network) and Debian's package fonttools
#
# The same input gives the same bytes: pyftsubset keeps the source's time
# stamp. codepoints.txt says which characters stay; those the source does not
# have are passed over.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
tar -xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz

# The system's own interpreter: another python3 in PATH may lack fontTools.
subset() {
	/usr/bin/python3 /usr/bin/pyftsubset "package/$1" \
		--unicodes-file="$here/codepoints.txt" \
		--no-hinting --layout-features='' --name-IDs='*' \
		--drop-tables+=GSUB,GPOS,GDEF,BASE,vhea,vmtx,VORG,DSIG \
		--output-file="$here/$2"
}
subset 400Regular/NotoSansSC_400Regular.ttf NotoSansSC-Regular.ttf
subset 700Bold/NotoSansSC_700Bold.ttf NotoSansSC-Bold.ttf
cp package/LICENSE_FONT "$here/OFL.txt"
