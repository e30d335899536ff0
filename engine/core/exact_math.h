// Elementary functions made of + - * / and sqrt only, so that they give the same bits with every
// compiler, optimisation level and processor (glibc's own choose code paths by CPU).
// Accuracy: relative error below 1e-13 against libm over the ranges stated (tested), usually ~1 ulp.
// NaN in gives NaN out. Angles in radians.
#pragma once

namespace engine::core::exact {

double sin(double x);              // |x| <= 1e6, absolute error 1e-13 near the zeros
double cos(double x);              // |x| <= 1e6
double tan(double x);              // |x| <= 1e6
double asin(double x);             // |x| <= 1, else NaN
double acos(double x);             // |x| <= 1, else NaN
double atan(double x);             // any
double atan2(double y, double x);  // any; signs of zero as in C
double exp(double x);              // any; overflows to infinity, underflows to 0
double log(double x);              // x > 0; log(0) = -infinity, negative gives NaN
double log2(double x);             // as log; exact for powers of two
double pow(double x, double y);    // x >= 0; relative 1e-13 for results within 1e+-100
double erf(double x);              // any

}  // namespace engine::core::exact
