// Package xlsx reads workbooks of Excel. A workbook is read whole and well formed, or
// refused: no row is lost in silence.
package xlsx
