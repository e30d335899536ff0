# R's spatstat on the points of a file: nearest neighbours and pairs to a radius, best of three.
#   spatstat_peer.R POINTS.f64 RADIUS -> one line of JSON; exit 1 where spatstat is not installed.
if (!requireNamespace("spatstat.geom", quietly = TRUE)) quit(status = 1)
arguments <- commandArgs(trailingOnly = TRUE)
size <- file.info(arguments[1])$size / 8
points <- matrix(readBin(arguments[1], "double", size), ncol = 2, byrow = TRUE)
radius <- as.numeric(arguments[2])
window <- spatstat.geom::owin(range(points[, 1]), range(points[, 2]))
pattern <- spatstat.geom::ppp(points[, 1], points[, 2], window = window, check = FALSE)
best_of_three <- function(work) min(replicate(3, system.time(work())[["elapsed"]])) * 1000
nearest <- sum(spatstat.geom::nndist(pattern))
nearest_ms <- best_of_three(function() spatstat.geom::nndist(pattern))
pairs <- 0
pairs_ms <- "null"
if (nrow(points) <= 1e5) {
  pairs <- length(spatstat.geom::closepairs(pattern, radius, twice = FALSE, what = "indices")$i)
  pairs_ms <- format(best_of_three(function() spatstat.geom::closepairs(pattern, radius, twice = FALSE, what = "indices")))
}
cat(sprintf('{"nearest_ms": %g, "nearest_sum": %.17g, "pairs_ms": %s, "pairs": %.0f}\n', nearest_ms, nearest, pairs_ms, pairs))
