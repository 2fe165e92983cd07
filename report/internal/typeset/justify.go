package typeset

// A spread hands a line's slack out to its gaps, in the order in which they
// come. The shares of one step add up exactly: each is the difference of two
// rounded-down sums.
type spread struct {
	steps [3]step
	sign  int32
}

// step is one group of gaps: slack to spread over total weight.
type step struct {
	weight       func(*item) int64
	slack, total int64
	seen         int64
}

func (s *spread) next(it *item) int32 {
	var sum int64
	for i := range s.steps {
		st := &s.steps[i]
		if st.slack == 0 {
			continue
		}
		if w := st.weight(it); w > 0 {
			before := st.slack * st.seen / st.total
			st.seen += w
			sum += st.slack*st.seen/st.total - before
		}
	}
	return s.sign * int32(sum)
}

// shrink takes slack out of the gaps, each as far as it may.
func shrink(items []item, slack int64) spread {
	s := spread{sign: -1}
	s.steps[0] = share(items, slack, shrinkable)
	s.steps[0].slack = min(slack, s.steps[0].total)
	return s
}

// stretch puts slack into the gaps: word spaces first, then those between Han
// and Latin, each to its most, then all where a line could end and no
// connecting mark stands. A line that would gape stays as it is.
func stretch(items []item, slack int64) spread {
	s := spread{sign: 1}
	for i, weight := range []func(*item) int64{spaces, mixed} {
		s.steps[i] = share(items, slack, weight)
		s.steps[i].slack = min(slack, s.steps[i].total)
		slack -= s.steps[i].slack
	}
	s.steps[2] = share(items, slack, stretchable)
	if slack > s.steps[2].total*half {
		return spread{}
	}
	return s
}

func share(items []item, slack int64, weight func(*item) int64) step {
	st := step{weight: weight, slack: slack}
	for i := range items {
		st.total += weight(&items[i])
	}
	return st
}

func shrinkable(it *item) int64 { return int64(it.gap - it.least) }

func spaces(it *item) int64 {
	if it.class != space {
		return 0
	}
	return int64(it.most)
}

func mixed(it *item) int64 {
	if it.class == space {
		return 0
	}
	return int64(it.most - it.gap)
}

func stretchable(it *item) int64 {
	if it.loose {
		return 1
	}
	return 0
}
