// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/process.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::observe::metrics {

namespace {

std::string textOf(const char *path)
{
    const std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The fields of /proc/self/stat from the third on, which stand behind the name in brackets (proc(5)).
std::vector<double> statFields()
{
    const std::string text = textOf("/proc/self/stat");
    const std::size_t name = text.rfind(')');
    std::vector<double> fields;
    if (name == std::string::npos)
        return fields;
    std::istringstream rest(text.substr(name + 1));
    std::string state;
    rest >> state;
    fields.push_back(0);
    for (double field = 0; rest >> field;)
        fields.push_back(field);
    return fields;
}

double bootTime()
{
    const std::string text = textOf("/proc/stat");
    const std::size_t at = text.find("btime ");
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + std::string_view("btime ").size(), nullptr);
}

} // namespace

std::vector<Sample> processSamples()
{
    std::vector<Sample> samples;
    // Numbered as in proc(5), less the two that stand before.
    constexpr std::size_t userTime = 14 - 3, systemTime = 15 - 3, startTime = 22 - 3, virtualBytes = 23 - 3, pages = 24 - 3;
    const auto fields = statFields();
    const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    if (fields.size() > pages && ticks > 0) {
        samples.push_back({"process_cpu_seconds", {}, (fields[userTime] + fields[systemTime]) / ticks});
        samples.push_back({"process_resident_memory_bytes", {}, fields[pages] * static_cast<double>(sysconf(_SC_PAGESIZE))});
        samples.push_back({"process_virtual_memory_bytes", {}, fields[virtualBytes]});
        if (const double boot = bootTime(); boot > 0)
            samples.push_back({"process_start_time_seconds", {}, boot + fields[startTime] / ticks});
    }
    std::error_code failed;
    double open = 0;
    for (auto each = std::filesystem::directory_iterator("/proc/self/fd", failed);
         !failed && each != std::filesystem::directory_iterator(); each.increment(failed))
        ++open;
    if (!failed)
        samples.push_back({"process_open_fds", {}, open});
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        samples.push_back({"process_max_fds", {}, static_cast<double>(limit.rlim_cur)});
    return samples;
}

} // namespace gatehouse::observe::metrics
