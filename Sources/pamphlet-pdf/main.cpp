// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a PDF from standard input and writes its words, so that a damaged or hostile file can harm
// only this process. Run by the extractor, not by users.
//
//   pamphlet-pdf text          one line per fact, page and word, with tab-separated fields; a page
//                              that is an image without words is marked as such
//   pamphlet-pdf image PAGE    a page as a greyscale PGM image at 300 dpi, for OCR
//   pamphlet-pdf confinement   what the process may still do, one line each, for tests

#include "CSandbox.h"

#include <fcntl.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#if defined(__OPTIMIZE__) && (!defined(_FORTIFY_SOURCE) || _FORTIFY_SOURCE < 2)
#error "Library calls are not checked: see “hardened” in Package.swift."
#endif

namespace {

constexpr rlim_t kMemory = rlim_t{3} << 30;
constexpr rlim_t kSeconds = 300;
constexpr int kMostPages = 20'000;
constexpr double kDotsPerInch = 300;
constexpr double kMostDots = 6'000;
constexpr int kFewWords = 3;
constexpr int kMostImages = 2'000;
constexpr double kSmallPicture = 200;

void limit(int resource, rlim_t value) {
  rlimit bounds{value, value};
  setrlimit(resource, &bounds);
}

bool read_input(poppler::byte_array &bytes) {
  std::vector<char> block(1 << 20);
  for (;;) {
    ssize_t count = read(STDIN_FILENO, block.data(), block.size());
    if (count < 0) return false;
    if (count == 0) return true;
    bytes.insert(bytes.end(), block.begin(), block.begin() + count);
  }
}

// Converts text to UTF-8, replacing control characters, which separate fields and lines.
std::string field(const poppler::ustring &text) {
  poppler::byte_array bytes = text.to_utf8();
  std::string result(bytes.begin(), bytes.end());
  for (char &c : result) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return result;
}

bool is_bold(const std::string &font) {
  return font.find("Bold") != std::string::npos || font.find("bold") != std::string::npos ||
         font.find("Black") != std::string::npos || font.find("Heavy") != std::string::npos;
}

// Whether a page shows more than a few words could: a scan, and not an empty page.
bool is_image(const poppler::page &page) {
  poppler::rectf box = page.page_rect();
  double longest = box.width() > box.height() ? box.width() : box.height();
  if (longest <= 0 || !poppler::page_renderer::can_render()) return false;
  double dots = kSmallPicture * 72 / longest;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  poppler::image image = renderer.render_page(&page, dots, dots);
  if (!image.is_valid() || image.format() != poppler::image::format_gray8) return false;
  // The paper of a scan is seldom white, and its print is grey at this size.
  std::vector<long> shades(256);
  for (int row = 0; row < image.height(); ++row) {
    const char *line = image.const_data() + static_cast<size_t>(row) * image.bytes_per_row();
    for (int column = 0; column < image.width(); ++column) {
      ++shades[static_cast<unsigned char>(line[column])];
    }
  }
  long all = static_cast<long>(image.height()) * image.width();
  long usual = *std::max_element(shades.begin(), shades.end());
  return (all - usual) * 100 > all * 2;
}

// Height of a word, whichever way it is turned.
double thickness(const poppler::rectf &place, int rotation) {
  return rotation % 2 == 0 ? place.height() : place.width();
}

void write_page(const poppler::document &document, int index, int &images) {
  std::unique_ptr<poppler::page> page(document.create_page(index));
  if (!page) {
    std::printf("X\t%d\n", index + 1);
    return;
  }
  poppler::rectf box = page->page_rect(poppler::crop_box);
  // The box is that of the page before it is turned; the places of its words are as displayed.
  bool is_turned = page->orientation() == poppler::page::landscape ||
                   page->orientation() == poppler::page::seascape;
  std::printf("P\t%s\t%.1f\t%.1f\n", field(page->label()).c_str(),
              is_turned ? box.height() : box.width(), is_turned ? box.width() : box.height());
  int words = 0;
  for (const poppler::text_box &word : page->text_list(poppler::page::text_list_include_font)) {
    std::string text = field(word.text());
    if (text.empty()) continue;
    ++words;
    poppler::rectf place = word.bbox();
    bool has_font = word.has_font_info();
    // Quarter turns clockwise; upright words are written without.
    if (word.rotation() != 0) std::printf("T\t%d\n", word.rotation());
    std::printf("W\t%.1f\t%.1f\t%.1f\t%.1f\t%.2f\t%d\t%d\t%s\n", place.x(), place.y(), place.width(),
                place.height(), has_font ? word.get_font_size() : thickness(place, word.rotation()),
                has_font && is_bold(word.get_font_name()) ? 1 : 0, word.has_space_after() ? 1 : 0,
                text.c_str());
  }
  if (words < kFewWords && images < kMostImages && is_image(*page)) {
    ++images;
    std::printf("I\n");
  }
}

int write_text(const poppler::document &document) {
  std::printf("F\ttitle\t%s\n", field(document.get_title()).c_str());
  std::printf("F\tauthor\t%s\n", field(document.get_author()).c_str());
  int count = document.pages();
  if (count > kMostPages) count = kMostPages;
  int images = 0;
  for (int index = 0; index < count; ++index) write_page(document, index, images);
  std::printf("E\t%d\n", document.pages());
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int write_image(const poppler::document &document, int number) {
  std::unique_ptr<poppler::page> page(document.create_page(number - 1));
  if (!page || !poppler::page_renderer::can_render()) return EXIT_FAILURE;
  poppler::rectf box = page->page_rect();
  double longest = box.width() > box.height() ? box.width() : box.height();
  double dots = kDotsPerInch;
  if (longest / 72 * dots > kMostDots) dots = kMostDots * 72 / longest;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  poppler::image image = renderer.render_page(page.get(), dots, dots);
  if (!image.is_valid() || image.format() != poppler::image::format_gray8) return EXIT_FAILURE;
  std::printf("P5\n%d %d\n255\n", image.width(), image.height());
  for (int row = 0; row < image.height(); ++row) {
    std::fwrite(image.const_data() + static_cast<size_t>(row) * image.bytes_per_row(), 1,
                image.width(), stdout);
  }
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

void report(const char *what, bool is_possible) {
  std::printf("%s\t%s\n", what, is_possible ? "possible" : "refused");
}

// Attempts what a hostile document might attempt.
int write_confinement(int held) {
  std::printf("seccomp\t%s\n", held & CS_SECCOMP ? "on" : "off");
  std::printf("landlock\t%s\n", held & CS_LANDLOCK ? "on" : "off");
  report("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
  report("local socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  report("writing", open("/dev/null", O_WRONLY) >= 0);
  report("new file", open("pamphlet-pdf.written", O_RDWR | O_CREAT, 0600) >= 0);
  report("reading fonts", open("/usr/share", O_RDONLY) >= 0);
  report("reading users", open("/etc/passwd", O_RDONLY) >= 0);
  std::fflush(stdout);
  pid_t child = fork();
  if (child == 0) _exit(0);
  report("process", child > 0);
  execl("/bin/true", "true", nullptr);
  report("program", false);
  report("signal", kill(getppid(), 0) == 0);
  return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int count, char **arguments) {
  std::string task = count > 1 ? arguments[1] : "";
  if (task != "text" && task != "confinement" && !(task == "image" && count > 2)) {
    std::fputs("usage: pamphlet-pdf text | image PAGE   (the PDF on standard input)\n", stderr);
    return 2;
  }
  limit(RLIMIT_AS, kMemory);
  limit(RLIMIT_CPU, kSeconds);
  // Only the answer is written, and that goes to a pipe.
  struct stat output{};
  if (fstat(STDOUT_FILENO, &output) == 0 && S_ISFIFO(output.st_mode)) limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
  // If the parent is killed, no one is waiting for the answer.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  int held = cs_confine_reader();
  if (!(held & CS_SECCOMP)) {
    std::fputs("pamphlet-pdf: this kernel does not filter system calls\n", stderr);
  }
  if (task == "confinement") return write_confinement(held);
  poppler::byte_array bytes;
  if (!read_input(bytes) || bytes.empty()) return EXIT_FAILURE;
  std::unique_ptr<poppler::document> document(poppler::document::load_from_data(&bytes));
  if (!document) return 3;
  if (document->is_locked()) return 4;
  return task == "text" ? write_text(*document) : write_image(*document, std::atoi(arguments[2]));
}
