// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/lookout.h"
#include "gateway/observe/surroundings.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace gatehouse::observe {

class Observer;

/// What stands on the observer's thread: takes what waits, and shows it to the lookout.
class Post : public QObject
{
public:
    explicit Post(Observer &observer)
        : m_observer(observer)
    {
    }

    void begin(const Surroundings &surroundings); ///< on the thread
    void end();                                   ///< on the thread: nothing of the lookout outlives it
    /// Something waits; where it \a isUrgent somebody waits for it too.
    void onWoken(bool isUrgent);
    /// Sees all that waits now.
    void look();
    Lookout *lookout() { return m_lookout.get(); }

private:
    Observer &m_observer;
    std::unique_ptr<Lookout> m_lookout;
    std::unique_ptr<QTimer> m_pause, m_second;
};

} // namespace gatehouse::observe
