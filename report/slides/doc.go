// Package slides lays the charts out as a PowerPoint presentation, as charts of PowerPoint where it has them.
package slides
