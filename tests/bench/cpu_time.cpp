// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "cpu_time.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace bench {

std::int64_t cpuNanoseconds(int pid)
{
    // schedstat counts the same time as utime and stime, in nanoseconds instead of hundredths of a second.
    std::int64_t sum = 0;
    std::error_code error;
    for (const auto &task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task", error)) {
        std::int64_t onCpu = 0;
        std::ifstream(task.path() / "schedstat") >> onCpu;
        sum += onCpu;
    }
    return sum;
}

std::int64_t residentKibibytes(int pid)
{
    std::int64_t size = 0, resident = 0;
    std::ifstream("/proc/" + std::to_string(pid) + "/statm") >> size >> resident;
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace bench
