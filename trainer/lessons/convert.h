// Between values that fit the format and the types of a Lesson. `assign` requires a value that its
// field's type has let through; `to_value` gives nothing where the lesson holds nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "trainer/lessons/lesson.h"
#include "trainer/lessons/value.h"

namespace trainer::lessons {

void assign(std::string& to, const Value& from);
void assign(bool& to, const Value& from);
void assign(int& to, const Value& from);
void assign(std::uint64_t& to, const Value& from);
void assign(double& to, const Value& from);
void assign(engine::core::Mm& to, const Value& from);
void assign(engine::core::PerCm2& to, const Value& from);
void assign(std::optional<int>& to, const Value& from);
void assign(std::optional<double>& to, const Value& from);
void assign(std::vector<std::string>& to, const Value& from);
void assign(engine::skin::Needle& to, const Value& from);
void assign(engine::scoring::Ramp& to, const Value& from);
void assign(engine::scoring::Band& to, const Value& from);
void assign(engine::scoring::GradientStep& to, const Value& from);
void assign(std::vector<engine::scoring::GradientStep>& to, const Value& from);
void assign(engine::scalp::PointSpec& to, const Value& from);
void assign(std::vector<engine::scalp::PointSpec>& to, const Value& from);

std::optional<Value> to_value(const std::string& from);
std::optional<Value> to_value(bool from);
std::optional<Value> to_value(int from);
std::optional<Value> to_value(std::uint64_t from);
std::optional<Value> to_value(double from);
std::optional<Value> to_value(engine::core::Mm from);
std::optional<Value> to_value(engine::core::PerCm2 from);
std::optional<Value> to_value(const std::optional<int>& from);
std::optional<Value> to_value(const std::optional<double>& from);
std::optional<Value> to_value(const std::vector<std::string>& from);
std::optional<Value> to_value(const engine::skin::Needle& from);
std::optional<Value> to_value(const engine::scoring::Ramp& from);
std::optional<Value> to_value(const engine::scoring::Band& from);
std::optional<Value> to_value(const engine::scoring::GradientStep& from);
std::optional<Value> to_value(const std::vector<engine::scoring::GradientStep>& from);
std::optional<Value> to_value(const engine::scalp::PointSpec& from);
std::optional<Value> to_value(const std::vector<engine::scalp::PointSpec>& from);

// Names of the landmarks in files, in the order of the enumeration.
const std::vector<std::string>& landmark_names();

}  // namespace trainer::lessons
