package channel

import "testing"

// TestMasked holds that a book with masked partners knows no name of theirs,
// whichever table has it, and is otherwise the book it was.
func TestMasked(t *testing.T) {
	files := map[string]string{
		"book.yaml":    "schema: channelreport/book/v1\norganization: 示例公司\ncurrency: CNY\npolicies: {partners: masked}\n",
		"partners.csv": "partner_id,partner_name,region\nP1,甲,华东\n",
		"sales.csv":    "date,partner_id,partner_name,amount\n2026-07-01,P1,甲,1\n2026-07-01,P2,乙,1\n",
	}
	one := open(t, mapFS(files))
	files["sales.csv"] = "date,partner_id,partner_name,amount\n2026-08-01,P2,乙,1\n2026-08-01,P3,丙,1\n"
	both, err := Merge(one, open(t, mapFS(files)))
	if err != nil {
		t.Fatal(err)
	}
	for book, want := range map[*Book]int{one: 2, both: 3} {
		if len(book.Partners()) != want {
			t.Errorf("%d partners, want %d", len(book.Partners()), want)
		}
		for _, p := range book.Partners() {
			if p.Name != "" {
				t.Errorf("%s has the name %s", p.ID, p.Name)
			}
		}
	}
	if region := one.Partner("P1").Region; region != "华东" {
		t.Errorf("P1 is in %q", region)
	}
}
