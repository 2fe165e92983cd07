package chart_test

import (
	"fmt"

	"example.com/channelreport/report/chart"
	"example.com/channelreport/report/doc"
)

func ExampleDraw() {
	scene, err := chart.Draw(&doc.Chart{
		Kind: doc.Bar, Categories: []string{"East", "West"},
		Series: []doc.Series{{Name: "Sales", Points: []doc.Point{{At: 12.5, Text: "12.5", Figure: -1}, {Missing: true, Figure: -1}}}},
		Ticks:  []doc.Tick{{At: 0, Text: "0"}, {At: 15, Text: "15"}},
	}, chart.Options{Width: 200 * chart.UnitsPerPoint, Missing: "n/a"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range scene.Items {
		if text, ok := item.(*chart.Text); ok {
			fmt.Println(text.Text)
		}
	}
	// Output:
	// 0
	// 15
	// n/a
	// 12.5
	// East
	// West
}
