package main

import "hash/fnv"

// draw returns a whole number from 0 to n−1 that looks random and is not: it
// depends on its name alone, the words after n. There is no sequence whose
// order could matter, so a partner that is added to the model changes nothing
// for the others.
//
// The name is hashed with FNV-1a, whose low bits are weak for short texts, and
// then mixed by the finalizer of SplitMix64.
func draw(n int64, name ...string) int64 {
	h := fnv.New64a()
	for _, word := range name {
		h.Write([]byte(word))
		h.Write([]byte{0})
	}
	x := h.Sum64()
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	x ^= x >> 31
	return int64(x % uint64(n))
}

// vary moves v up or down by at most spread thousandths of it.
func vary(v, spread int64, name ...string) int64 {
	return part(v, 1000-spread+draw(2*spread+1, name...), 1000)
}

// part returns v·a/b, rounded to the nearest whole number, halves away from
// zero; b is positive.
func part(v, a, b int64) int64 {
	if v*a < 0 {
		return (v*a - b/2) / b
	}
	return (v*a + b/2) / b
}
