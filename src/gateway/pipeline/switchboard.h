// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <vector>

class QObject;

namespace gatehouse::pipeline {

struct Context;

/// Reaches all workers from any thread: for what one of them has and nobody else may touch.
class Switchboard
{
public:
    using Work = std::function<void(Context &)>;

    /// \a context, whose thread \a onItsThread lives on, is reached until it leaves.
    void join(Context &context, QObject &onItsThread);
    void leave(const Context &context);
    /// Each worker does \a work when it comes to it; one that ends before drops it.
    void post(const Work &work);

private:
    struct Line {
        Context *context = nullptr;
        QObject *onItsThread = nullptr;
    };
    std::mutex m_lock;
    std::vector<Line> m_lines;
};

} // namespace gatehouse::pipeline
