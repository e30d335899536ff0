// The skin of a head as a canvas: chart addresses, landmarks, skin thickness. Immutable.
//
// Chart (docs/design.md 1): vertex = highest point; the meridian of azimuth theta is where the head
// without ears meets the vertical plane through the vertex at theta from the mid-sagittal plane (0
// towards the face, positive to the client's left); rho = arc length along it; u = rho sin theta,
// v = rho cos theta. Meridians end at the brow in front and at the neck elsewhere.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/implicit_head.h"
#include "engine/scalp/zone.h"

namespace engine::scalp {

class HeadSurface {
 public:
  explicit HeadSurface(HeadShape shape);  // about 0.2 s

  [[nodiscard]] std::optional<SurfacePoint> locate(CanvasPoint p) const;  // nothing beyond the meridian's end
  [[nodiscard]] std::optional<Vec3> position(CanvasPoint p) const;  // of `locate`, in a third of its time
  // The address of the point of the skin on the same ray from the middle of the head; nothing off the chart.
  [[nodiscard]] std::optional<CanvasPoint> address_of(const Vec3& position) const;
  // chart mm
  [[nodiscard]] Vec2 landmark(Landmark name) const { return landmarks_[static_cast<std::size_t>(name)]; }
  [[nodiscard]] core::Mm reach(core::Radians theta) const;  // rho at the end of the meridian of azimuth theta
  // `back` along the meridian away from the face, then `left` along the circle of equal rho.
  [[nodiscard]] Vec2 walk(Vec2 from, core::Mm left, core::Mm back) const;
  [[nodiscard]] const ImplicitHead& implicit() const { return implicit_; }
  [[nodiscard]] Vec3 middle() const { return middle_; }  // on the vertical below the vertex

 private:
  static constexpr int kMeridians = 180, kSteps = 121;
  static constexpr double kStep = 2.6179938779914943e-02;  // 1.5 degrees of polar angle

  // One meridian between those of the table: cubic between its neighbours, cubic along itself.
  struct Meridian {
    int first = 0;  // of the four neighbours
    std::array<double, 4> weight{};
    double sine = 0.0, cosine = 0.0;  // of theta
  };

  [[nodiscard]] static Meridian meridian(double theta);
  [[nodiscard]] double rho_at(const Meridian& m, int step) const;  // of one knot; negative over the vertex
  [[nodiscard]] double rho(double theta, double phi) const;
  [[nodiscard]] double phi_of(const Meridian& m, double rho) const;
  [[nodiscard]] Vec3 on_ray(const Vec3& direction, double guess) const;  // skin without ears
  [[nodiscard]] Vec3 direction(double theta, double phi) const;
  [[nodiscard]] Vec3 place(Vec2 uv) const;
  [[nodiscard]] double path_length(Vec2 a, Vec2 b) const;
  void build_table();
  void build_reach();
  void find_landmarks();
  [[nodiscard]] Vec2 temple_corner(Vec2 mfp, Vec2 glabella, double side) const;

  ImplicitHead implicit_;
  Vec3 middle_{0.0};
  std::vector<double> rho_, radius_;  // kMeridians x kSteps
  std::vector<double> reach_;         // kMeridians
  std::array<Vec2, 10> landmarks_{};
};

}  // namespace engine::scalp
