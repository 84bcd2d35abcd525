// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/key_store.h"

#include <QHash>

#include <utility>

namespace gatehouse::ui::test {

/// A keychain that lasts as long as the test.
class MemoryKeys : public KeyStore
{
public:
    void write(const QString &name, const QByteArray &secret, Done done) override
    {
        kept.insert(name, secret);
        done({});
    }
    void erase(const QString &name, Done done) override
    {
        if (isSlow) {
            m_late = std::move(done);
            return;
        }
        kept.remove(name);
        done({});
    }
    void names(std::function<void(const QStringList &, const Outcome &)> done) override { done(kept.keys(), {}); }
    void read(const QString &name, std::function<void(const QByteArray &, const Outcome &)> done) override
    {
        done(kept.value(name), {});
    }
    /// The end of what was asked of a slow one.
    void refuse(const QString &problem) { std::exchange(m_late, {})({problem}); }

    QHash<QString, QByteArray> kept;
    bool isSlow = false; ///< erases nothing before somebody says how that ends

private:
    Done m_late;
};

} // namespace gatehouse::ui::test
