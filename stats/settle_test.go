package stats

import (
	"testing"

	"herstel/stats/day"
	"herstel/stats/rules"
)

func date(t *testing.T, iso string) day.Day {
	t.Helper()
	if iso == "" {
		return day.NoDay
	}
	d, ok := day.Parse(iso)
	if !ok {
		t.Fatalf("%q is no date", iso)
	}
	return d
}

func TestSettle(t *testing.T) {
	filled := Case{Referrer: 2, Initiator: 2, Offence: 2, Form: 2}
	for _, test := range []struct {
		name                                  string
		received, assigned, contacted, closed string
		reason                                rules.Code
		contact, willing                      Answer
		wantStream                            Stream
		wantContact, wantWilling              Answer
		wantFlags                             Flags
		wantOutOfOrder                        bool
	}{
		{name: "pending", received: "2021-05-01", wantStream: Pending, wantContact: No},
		{name: "rejected", received: "2021-05-01", reason: 2, wantStream: Rejected, wantContact: No},
		{name: "assigned", received: "2021-05-01", assigned: "2021-05-08", wantStream: Assigned, wantContact: No},
		{name: "assigned and rejected", received: "2021-05-01", assigned: "2021-05-08", reason: 2, wantStream: Assigned,
			wantContact: No, wantFlags: FlagAssignedAndRejected},
		{name: "assigned after the reference date", received: "2021-05-01", assigned: "2022-03-02", wantStream: Pending,
			wantContact: No},
		{name: "assigned on the reference date", received: "2021-05-01", assigned: "2022-03-01", wantStream: Assigned,
			wantContact: No},
		{name: "assigned later, rejected now", received: "2021-05-01", assigned: "2022-03-02", reason: 2,
			wantStream: Rejected, wantContact: No},
		{name: "contact implies willing", received: "2021-05-01", assigned: "2021-05-08", contact: Yes,
			wantStream: Assigned, wantContact: Yes, wantWilling: Yes},
		{name: "a date is contact", received: "2021-05-01", assigned: "2021-05-08", contacted: "2021-06-01",
			wantStream: Assigned, wantContact: Yes, wantWilling: Yes},
		{name: "a date wins over no", received: "2021-05-01", assigned: "2021-05-08", contacted: "2021-06-01",
			contact: No, wantStream: Assigned, wantContact: Yes, wantWilling: Yes},
		{name: "contact after the reference date", received: "2021-05-01", assigned: "2021-05-08",
			contacted: "2022-04-01", contact: Yes, willing: Yes, wantStream: Assigned, wantContact: No,
			wantWilling: Yes},
		{name: "contact, not willing", received: "2021-05-01", assigned: "2021-05-08", contact: Yes, willing: No,
			wantStream: Assigned, wantContact: Yes, wantWilling: Yes, wantFlags: FlagContactUnwilling},
		{name: "contact, not assigned", received: "2021-05-01", contact: Yes, wantStream: Pending, wantContact: Yes,
			wantWilling: Yes, wantFlags: FlagContactUnassigned},
		{name: "assigned before received", received: "2021-05-01", assigned: "2021-04-30", wantStream: Assigned,
			wantContact: No, wantFlags: FlagOutOfOrder, wantOutOfOrder: true},
		{name: "closed before assigned", received: "2021-05-01", assigned: "2021-05-08", closed: "2021-05-07",
			wantStream: Assigned, wantContact: No, wantFlags: FlagOutOfOrder, wantOutOfOrder: true},
		{name: "contact before assigned", received: "2021-05-01", assigned: "2021-05-08", contacted: "2021-05-07",
			wantStream: Assigned, wantContact: Yes, wantWilling: Yes, wantFlags: FlagOutOfOrder, wantOutOfOrder: true},
		{name: "all on one day", received: "2021-05-01", assigned: "2021-05-01", contacted: "2021-05-01",
			closed: "2021-05-01", wantStream: Assigned, wantContact: Yes, wantWilling: Yes},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := filled
			c.Received, c.Assigned, c.Contacted, c.Closed = date(t, test.received), date(t, test.assigned),
				date(t, test.contacted), date(t, test.closed)
			c.Reason, c.Contact, c.Willing = test.reason, test.contact, test.willing
			flags := c.Settle(date(t, "2022-03-01"), Presence{Columns: 1<<rules.ColumnCount - 1})
			if c.Stream != test.wantStream || c.Contact != test.wantContact || c.Willing != test.wantWilling ||
				flags != test.wantFlags || c.OutOfOrder != test.wantOutOfOrder {
				t.Errorf("got stream %d, contact %d, willing %d, flags %b, out of order %v", c.Stream, c.Contact,
					c.Willing, flags, c.OutOfOrder)
			}
		})
	}
}

func TestSettleFlagsEmptyCellsOfAssignedCasesOnly(t *testing.T) {
	has := Presence{Columns: 1<<rules.ColumnCount - 1, Breakdowns: 0b101}
	c := Case{Received: 1, Assigned: 2, Contacted: 3, Closed: day.NoDay}
	c.Breakdown[2] = 1
	want := FlagEmptyReferrer | FlagEmptyInitiator | FlagEmptyOffence | FlagEmptyForm | FlagEmptyBreakdown
	if got := c.Settle(day.NoDay, has); got != want {
		t.Errorf("flags of an empty assigned case are %b, want %b", got, want)
	}
	without := Presence{Columns: has.Columns &^ (1 << rules.ColForm)}
	c = Case{Received: 1, Assigned: 2, Contacted: 3, Closed: day.NoDay}
	if got := c.Settle(day.NoDay, without); got != want&^FlagEmptyForm&^FlagEmptyBreakdown {
		t.Errorf("an absent column counts as an empty cell: flags are %b", got)
	}
	c = Case{Received: 1, Assigned: day.NoDay, Contacted: day.NoDay, Closed: day.NoDay}
	if got := c.Settle(day.NoDay, has); got != 0 {
		t.Errorf("flags of an empty pending case are %b", got)
	}
}
