package channel

// newYears are the first days of the lunar year, as month × 100 + day, from
// 1990 to 2060. They were computed with github.com/6tail/lunar-go v1.4.6 and
// checked against ICU 78.2, which differs in two years in which the new moon
// falls within minutes of midnight in Beijing: 2027 (23:56 on 6 February) and
// 2030 (0:07 on 3 February). There the table has the day of the new moon.
var newYears = [...]int16{
	127, 215, 204, 123, 210, 131, 219, 207, 128, 216,
	205, 124, 212, 201, 122, 209, 129, 218, 207, 126,
	214, 203, 123, 210, 131, 219, 208, 128, 216, 205,
	125, 212, 201, 122, 210, 129, 217, 206, 126, 213,
	203, 123, 211, 131, 219, 208, 128, 215, 204, 124,
	212, 201, 122, 210, 130, 217, 206, 126, 214, 202,
	123, 211, 201, 219, 208, 128, 215, 204, 124, 212,
	202,
}

const firstNewYear = 1990

// SpringFestival returns the first day of the lunar year that begins in a
// calendar year, and false outside 1990–2060.
func SpringFestival(year int) (Date, bool) {
	i := year - firstNewYear
	if i < 0 || i >= len(newYears) {
		return Date{}, false
	}
	return civil(year, int(newYears[i])/100, int(newYears[i])%100), true
}

// festivalDays is how long the festival rests trade: the first seven days of
// the lunar year.
const festivalDays = 7

// festival returns how many days of Spring Festivals a period has.
func (p Period) festival() int {
	days := 0
	first, _, _ := p.start.Civil()
	last, _, _ := p.Last().Civil()
	for year := max(first, firstNewYear); year <= min(last, firstNewYear+len(newYears)-1); year++ {
		start, _ := SpringFestival(year)
		for i := range festivalDays {
			if p.Contains(start.AddDays(i)) {
				days++
			}
		}
	}
	return days
}

// A Comparison says what stands between a period and its base, such as the
// same period a year before: what a reader of a growth rate should know.
type Comparison struct {
	// Days is by how many days the period is longer than the base; 0 for two
	// periods of one length. February 2024 has one more than February 2023.
	Days int
	// Partial and BasePartial: the book's data cover only a part of the period,
	// or of the base.
	Partial, BasePartial bool
	// Festival is how many more days of the Spring Festival (the first seven of
	// the lunar year, 1990–2060) the period has than the base. It is 3 for
	// February 2026 against February 2025, when the festival began in January,
	// and 0 for the two ranges January–February.
	Festival int
}

// Compare says how far a period can be compared with a base.
func (b *Book) Compare(p, base Period) Comparison {
	covered := func(p Period) bool { return Range(b.from, b.to).Covers(p) }
	return Comparison{
		Days: p.Days() - base.Days(), Festival: p.festival() - base.festival(),
		Partial: !covered(p), BasePartial: !covered(base),
	}
}
