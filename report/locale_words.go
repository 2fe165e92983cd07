package report

// manner is how a change of an indicator is told.
type manner uint8

const (
	growing   manner = iota // a sum that should grow: 增长/下降
	rising                  // what should fall, or neither: 上升/下降
	improving               // a rate or score that should rise: 提高/下降
	adding                  // a number of partners or events: 增加/减少
	spanning                // days or hours that should be few: 延长/缩短
	manners
)

// changeKind is what happened between a base and now.
type changeKind uint8

const (
	noChange   changeKind = iota // nothing can be said
	moved                        // up or down by an amount
	spanned                      // a span of time grew longer or shorter
	level                        // exactly equal
	flat                         // within the band of what counts as level
	flatBy                       // the same, with the amount
	times                        // to a multiple of the base
	fromZero                     // the base is zero
	stillZero                    // both are zero
	toProfit                     // from loss to profit
	toLoss                       // from profit to loss
	toEven                       // from loss to zero
	lossLess                     // a smaller loss
	lossMore                     // a larger loss
	toPositive                   // from a negative value
	toNegative                   // to a negative value
	against                      // a ratio a:b: only what it was
	changeKinds
)

// targetWords are the forms of attain and gap.
type targetWords struct {
	completed string // {percent}
	reached   string // exactly, an amount
	equal     string // exactly, a rate
	short     string // {amount} is lacking
	beyond    string // {amount} more than wanted
	below     string // {amount}
	above     string // {amount}
	within    string // at most the {target}, which is what is wanted
	over      string // {amount} more than allowed
}

// leaderWords are the forms of leaders. What adds up is told by its shares,
// everything else by its values.
type leaderWords struct {
	all      string    // {name} {group}: one group has everything
	first    [2]string // {group} {name} {most} {value}: by share, by value
	shared   [2]string // {groups} {name} {most} {value}: several are first
	next     [2]string // {groups} {value} {pairs}: one is behind them
	nextEach [2]string // {groups} {value} {pairs}: several with one value
	nextOwn  [2]string // {groups} {values} {pairs}: several, each its own
	pair     string    // {group} {value}
	same     string    // {dimension} {name} {be} {both}: all have the same
	many     string    // {groups} {count}: some groups of so many
	highest  string
	longest  string
}

// driverWords are the forms of drivers.
type driverWords struct {
	growth   [manners][2]string // {name}: up, down
	mainly   string             // {growth} {drivers}: they make up more than half
	largest  string             // {growth} {drivers}: they do not
	entirely string             // {growth} {group}
	offset   string             // {drivers}
	first    [2]string          // {group} {points} {signed}: up, down
	more     string             // {group} {points} {signed}: behind another
	against  [2]string          // {group} {points} {signed}: the first that offsets, up and down
	amount   [2]string          // {group} {amount} {signed}
	cancel   string             // {up} {down}
}

// metWords are the forms of met and met_figures.
type metWords struct {
	one     [2]string // {group} {name}: met, missed
	all     string    // {count} {both} {name}
	some    string    // {count} {number} {counter} {name}
	someOne string    // the same where {number} is one
	not     string    // {groups}: behind some
	none    string    // {none} {count} {name}
	neither [2]string // of two, of more
	having  string    // {count}: of those that have a target, if some have none
	figures [2]string // {met} {missed}: one met, several
	figure  [2]string // {name}: the only one that has a target
	every   [2]string // {number} {both}: all met, none met
	noun    string    // what met_figures counts
	rest    string    // behind them, if some have no target
}

// budgetWords are the forms of budget_total.
type budgetWords struct {
	total string    // {amount}
	open  [2]string // {amount} {n}: one item could not be added, several
}

// balanceWords are the forms of balance.
type balanceWords struct{ even, concentrated, same string } // {name} {dimension}

// remarkWords are the forms of remarks on figures.
type remarkWords struct {
	longer     [2]string // {days} {base} {when}: than the base, shorter
	festival   [2]string // {days} {base} {when}: more of the Spring Festival, less
	someGroups string    // too many to name
}

// versusWords are the forms of versus.
type versusWords struct {
	level string // {name}
	flat  string // {name}
	times string // {times} {name}
	ratio string // {value} {name}
	// {amount} {name}: more and less, of amounts, numbers and spans of time
	amount, number, span [2]string
}
