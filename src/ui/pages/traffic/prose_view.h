// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTextBrowser>

namespace gatehouse::ui {

/// Text with headings, written piece by piece and never as markup: what it shows comes from callers and models. It loads nothing
/// from anywhere. Links only tell that they were clicked.
class ProseView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ProseView(QWidget *parent = nullptr);

    void empty();
    /// Nothing stands below a heading here.
    void setFlat() { m_inset = 0; }
    /// @param colour of the words; invalid: as the text.
    void addHeading(const QString &text, const QColor &colour = {});
    void addText(const QString &text, const QColor &colour = {});
    /// At the end of what stands there; whoever has scrolled to the end stays at it.
    void grow(const QString &text, const QColor &colour = {});
    /// In letters of one width.
    void addCode(const QString &text);
    void addBullet(const QString &text);
    void addLink(const QString &text, const QString &target);

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }

private:
    void addBlock(const QString &text, const QTextCharFormat &look, int indent, int above);

    int m_inset;
};

} // namespace gatehouse::ui
