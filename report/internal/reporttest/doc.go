// Package reporttest makes figures by hand, for tests.
package reporttest
