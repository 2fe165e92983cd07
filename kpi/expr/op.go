package expr

// Op is an operator.
type Op uint8

const (
	Add   Op = iota // +
	Sub             // -
	Mul             // *
	Div             // /
	Ratio           // a : b
	Eq              // = or ==
	Ne              // != or <>
	Lt              // <
	Le              // <=
	Gt              // >
	Ge              // >=
	In              // in, 属于
	NotIn           // not in
	And             // and, 且
	Or              // or, 或
	Not             // not, 非
	Neg             // unary minus
)

// How tightly operators bind. Comparisons and ratios stand alone; the others
// group from the left.
const (
	bindOr = 1 + iota
	bindAnd
	bindNot
	bindCompare
	bindRatio
	bindSum
	bindProduct
	bindSign
	bindPoint
)

var operators = [...]struct {
	symbol string
	bind   int
}{
	Add: {"+", bindSum}, Sub: {"-", bindSum}, Mul: {"*", bindProduct}, Div: {"/", bindProduct},
	Ratio: {":", bindRatio},
	Eq:    {"==", bindCompare}, Ne: {"!=", bindCompare},
	Lt: {"<", bindCompare}, Le: {"<=", bindCompare}, Gt: {">", bindCompare}, Ge: {">=", bindCompare},
	In: {"in", bindCompare}, NotIn: {"not in", bindCompare},
	And: {"and", bindAnd}, Or: {"or", bindOr}, Not: {"not", bindNot}, Neg: {"-", bindSign},
}

// String returns the operator as Format writes it.
func (o Op) String() string { return operators[o].symbol }

// bind tells how tightly the operator binds.
func (o Op) bind() int { return operators[o].bind }
