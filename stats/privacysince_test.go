package stats

import "testing"

// The contacts of now stay hidden where they would tell a hidden number, or
// how few came since.
func TestSinceHidesWhatIsFew(t *testing.T) {
	for _, test := range []struct {
		name                string
		assigned, assigned2 int
		contact, contact2   int
		contactHidden       bool
		then, now, steps    Status
	}{
		{"many", 100, 110, 30, 40, false, OK, OK, OK},
		{"nothing since", 100, 100, 30, 30, false, OK, OK, OK},
		{"four contacts since", 100, 100, 30, 34, false, OK, Suppressed, OK},
		{"five contacts since", 100, 100, 30, 35, false, OK, OK, OK},
		{"contact is hidden", 100, 100, 3, 30, true, Suppressed, Suppressed, OK},
		{"few without contact now", 100, 100, 30, 97, false, OK, Suppressed, OK},
		{"few assigned since", 100, 103, 30, 40, false, OK, Suppressed, Suppressed},
	} {
		t.Run(test.name, func(t *testing.T) {
			row := func(step, moment string, n int) Row {
				return Row{Labels: []string{step, moment}, Cells: []Cell{{Count: Num(n)}, {Status: NotAvailable}}}
			}
			contact := Cell{Count: Num(test.contact)}
			if test.contactHidden {
				contact = Cell{Status: Suppressed}
			}
			figs := &Figures{Years: []int{2020, 2021}, Threshold: 5, Tables: []Table{
				{Figure: Figure{ID: "contact"}, Rows: []Row{{Cells: []Cell{contact, {}}}}},
				{Figure: Figure{ID: "sindsdien", Source: fromSince}, Rows: []Row{
					row("uitgezet", "toen", test.assigned), row("uitgezet", "nu", test.assigned2),
					row("contact", "toen", test.contact), row("contact", "nu", test.contact2),
					row("afgesloten", "toen", 50), row("afgesloten", "nu", 90)}},
			}}
			protectSince(figs, &memory{})
			rows := figs.Tables[1].Rows
			if rows[2].Cells[0].Status != test.then || rows[3].Cells[0].Status != test.now ||
				rows[1].Cells[0].Status != test.steps {
				t.Errorf("got %v, %v, %v", rows[2].Cells[0], rows[3].Cells[0], rows[1].Cells[0])
			}
			if cell := rows[3].Cells[0]; cell.Status == Suppressed && cell.Count.Known {
				t.Error("a hidden cell keeps its number")
			}
		})
	}
}
