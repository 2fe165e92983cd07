package doc

// A Chart is a picture of figures: what is drawn, in words and numbers that
// are already final. Point.At and Tick.At are positions on the value axis and
// serve nothing else; every text beside them was formatted where sentences and
// tables are.
type Chart struct {
	ID         string
	Label      string // 图1
	Caption    []Inline
	Kind       ChartKind
	Unit       string   // of the value axis: 万元
	Categories []string // the labels along the other axis, one a point
	Series     []Series
	Ticks      []Tick // of the value axis, ascending; the axis spans them
	Alt        string // the picture in words, for those who cannot see it
	Notes      [][]Inline
}

// ChartKind is the kind of picture.
type ChartKind uint8

const (
	Bar  ChartKind = iota // a bar a category and series
	Line                  // a line a series; a missing point is a gap
)

// A Series is one row of points, one a category.
type Series struct {
	Name   string
	Role   SeriesRole
	Points []Point
}

// SeriesRole is the scenario that a series shows (IBCS notation: actual solid,
// previous lighter, plan outlined, forecast hatched).
type SeriesRole uint8

const (
	Actual SeriesRole = iota
	Previous
	Plan
	Forecast
)

// A Point is one value. Where Missing is set, At and Text mean nothing.
type Point struct {
	At      float64
	Text    string
	Figure  int // index into Document.Figures, or -1
	Missing bool
}

// A Tick is a mark on the value axis.
type Tick struct {
	At   float64
	Text string
}
