#include "trainer/app/imgui_host.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "trainer/ui/kit/ui.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::platform::Button;

engine::core::Result<std::unique_ptr<ImguiHost>> ImguiHost::make(float scale,
                                                                 std::shared_ptr<const ui::FontFiles> files) {
  std::unique_ptr<ImguiHost> host(new ImguiHost);
  host->files_ = files ? std::move(files) : std::make_shared<const ui::FontFiles>(ui::installed_fonts());
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
  if (!ImGui_ImplOpenGL3_Init("#version 410"))
    return engine::core::fail(words::say("the interface cannot be drawn with this OpenGL driver"));
  if (auto built = host->set_scale(scale); !built) return engine::core::fail(built.error());
  return host;
}

ImguiHost::~ImguiHost() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

engine::core::Result<void> ImguiHost::set_scale(float scale) {
  auto fonts = ui::Fonts::build(*files_, scale);
  if (!fonts) return engine::core::fail(fonts.error());
  fonts_ = *fonts;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  ui::set_bare_style(scale);
  return {};
}

void ImguiHost::move(engine::geometry::Vec2 px) {
  ImGui::GetIO().MousePos = {static_cast<float>(px.x), static_cast<float>(px.y)};
}
void ImguiHost::leave() {
  ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
}

void ImguiHost::press(Button button, bool down) {
  const int i = button == Button::Left ? 0 : button == Button::Right ? 1 : button == Button::Middle ? 2 : -1;
  if (i < 0) return;
  down_[i] = down;
  if (down) pressed_[i] = true;
}

void ImguiHost::wheel(double notches) {
  ImGui::GetIO().MouseWheel += static_cast<float>(notches);
}

void ImguiHost::begin(engine::platform::PixelSize size, engine::core::SteadyTime now_us) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  io.DeltaTime = last_us_.us == 0
                     ? 1.0F / 60
                     : std::clamp(static_cast<float>((now_us - last_us_).us) / 1e6F, 1e-4F, 0.1F);
  last_us_ = now_us;
  for (int i = 0; i < 3; ++i) {
    io.MouseDown[i] = down_[i] || pressed_[i];
    pressed_[i] = false;
  }
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void ImguiHost::end() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace trainer::app
