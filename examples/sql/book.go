package main

import (
	"context"
	"database/sql"
	"iter"

	"github.com/shopspring/decimal"

	"example.com/channelreport/channel"
)

// openBook reads a book from the tables partners, sales, targets and
// observations. Sale lines are streamed: the book adds them up as they come,
// and they need not fit into memory.
func openBook(ctx context.Context, db *sql.DB, setup *channel.Setup) (*channel.Book, error) {
	data := channel.Data{Sales: sales(ctx, db)}
	for p, err := range partners(ctx, db) {
		if err != nil {
			return nil, err
		}
		data.Partners = append(data.Partners, p)
	}
	for table, rows := range map[string]*[]channel.Row{"targets": &data.Targets, "observations": &data.Observations} {
		for r, err := range recorded(ctx, db, setup, table) {
			if err != nil {
				return nil, err
			}
			*rows = append(*rows, r)
		}
	}
	return channel.New(ctx, *setup, data)
}

// query iterates over the rows of a query.
func query[T any](ctx context.Context, db *sql.DB, text string, scan func(*sql.Rows) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := db.QueryContext(ctx, text)
		if err != nil {
			yield(none, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			if !yield(scan(rows)) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, err)
		}
	}
}

func sales(ctx context.Context, db *sql.DB) iter.Seq2[channel.Sale, error] {
	const text = `SELECT date, coalesce(order_id, ''), coalesce(partner_id, ''), coalesce(product_line, ''), quantity, amount FROM sales`
	return query(ctx, db, text, func(rows *sql.Rows) (s channel.Sale, err error) {
		err = rows.Scan(&s.Date, &s.OrderID, &s.PartnerID, &s.ProductLine, &s.Quantity, &s.Amount)
		return s, err
	})
}

func partners(ctx context.Context, db *sql.DB) iter.Seq2[channel.Partner, error] {
	const text = `SELECT partner_id, partner_name, partner_type, tier, region, city, city_tier, joined, left_on FROM partners`
	return query(ctx, db, text, func(rows *sql.Rows) (p channel.Partner, err error) {
		err = rows.Scan(&p.ID, &p.Name, &p.Type, &p.Tier, &p.Region, &p.City, &p.CityTier, &p.Joined, &p.Left)
		return p, err
	})
}

// recorded reads targets or observations. A period is read by the set-up, which
// knows the fiscal year.
func recorded(ctx context.Context, db *sql.DB, setup *channel.Setup, table string) iter.Seq2[channel.Row, error] {
	text := `SELECT period, measure, scenario, region, city_tier, partner_type, partner_id, product_line, value FROM ` + table
	return query(ctx, db, text, func(rows *sql.Rows) (channel.Row, error) {
		var r channel.Row
		var period, scenario string
		dims := []string{channel.Region, channel.CityTier, channel.PartnerType, channel.PartnerID, channel.ProductLine}
		key := make([]string, len(dims))
		var value decimal.Decimal
		if err := rows.Scan(&period, &r.Measure, &scenario, &key[0], &key[1], &key[2], &key[3], &key[4], &value); err != nil {
			return r, err
		}
		r.Value = value
		for i, text := range key {
			if text != "" {
				r.Key = append(r.Key, channel.GroupPair{Dimension: dims[i], Value: text})
			}
		}
		var err error
		if r.Period, err = setup.ParsePeriod(period); err != nil {
			return r, err
		}
		return r, r.Scenario.UnmarshalText([]byte(scenario))
	})
}
