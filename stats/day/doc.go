// Package day holds calendar days: counted in whole days, without clock or
// zone, as the dates of an export are.
package day
