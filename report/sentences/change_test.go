package sentences

import (
	"testing"

	"herstel/stats"
)

// A move is printed so that its verb, its points and its shares agree.
func TestPrintMove(t *testing.T) {
	share := func(num, den int) stats.Share { return stats.Share{Num: num, Den: den, Known: true} }
	tests := []struct {
		name        string
		before, now stats.Share
		want        shareMove
	}{
		{"whole per cents", share(550, 1000), share(450, 1000), shareMove{"55%", "45%", "10 procentpunt", false}},
		{"points that contradict", share(305, 1000), share(344, 1000), shareMove{"31%", "34%", "", false}},
		{"points that contradict both", share(9656, 100000), share(22445, 100000), shareMove{"10%", "22%", "", false}},
		{"alike as printed, with a difference that rounds up", share(3501, 1000000), share(4499, 1000000),
			shareMove{"0,4%", "0,4%", "", true}},
		{"across a half", share(29460, 100000), share(29540, 100000), shareMove{"29%", "30%", "", false}},
		{"a few are not none", share(36, 10000), share(345, 10000),
			shareMove{"0,4%", "3,5%", "3,1 procentpunt", false}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			change := stats.Change{Points: tt.now.Value() - tt.before.Value()}
			if got := printMove(tt.before, tt.now, change); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
