// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QPushButton;

namespace gatehouse::ui {

/// Says that the file was changed by somebody else while it is edited here, and what can be done about it.
class DiskBar : public QFrame
{
    Q_OBJECT
public:
    explicit DiskBar(QWidget *parent = nullptr);

    /// @param canMerge whether both changes can be put together.
    void offer(bool canMerge);

Q_SIGNALS:
    void differenceWished();
    void bothWished();
    void theirsWished();
    void mineWished();

private:
    QPushButton *m_both;
};

} // namespace gatehouse::ui
