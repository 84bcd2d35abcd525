// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/switchboard.h"

#include <QMetaObject>
#include <QObject>

namespace gatehouse::pipeline {

void Switchboard::join(Context &context, QObject &onItsThread)
{
    const std::scoped_lock lock(m_lock);
    m_lines.push_back({&context, &onItsThread});
}

// What was posted before dies with the object that it was posted to.
void Switchboard::leave(const Context &context)
{
    const std::scoped_lock lock(m_lock);
    std::erase_if(m_lines, [&](const Line &each) { return each.context == &context; });
}

void Switchboard::post(const Work &work)
{
    const std::scoped_lock lock(m_lock);
    for (const Line &line : m_lines)
        QMetaObject::invokeMethod(
            line.onItsThread, [work, context = line.context] { work(*context); }, Qt::QueuedConnection);
}

} // namespace gatehouse::pipeline
