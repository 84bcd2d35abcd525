// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/face.h"

#include <cstdio>

namespace gatehouse::app {

int runFace(const Options &, int &, char **)
{
    std::fputs("gatehouse: this build has no desktop; start it with --service\n", stderr);
    return 2;
}

} // namespace gatehouse::app
