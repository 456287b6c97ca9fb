// Package logo reads the logo of an organisation from an SVG file into a scene, so that page and Word show it as they
// show a chart: as plain shapes.
//
// Nothing of the file itself reaches an output. What a scene cannot hold is refused instead of drawn wrongly: text,
// pictures, gradients, masks, clipping, filters, scripts and links.
package logo
