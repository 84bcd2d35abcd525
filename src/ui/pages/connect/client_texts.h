// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/connect/client.h"

#include <QWidget>

#include <functional>

class QPlainTextEdit;

namespace gatehouse::ui {

class Segments;

/// The texts to copy for one client, one at a time. A key that is a secret is shown as dots and copied as it is.
class ClientTexts : public QWidget
{
    Q_OBJECT
public:
    /// @param words what they are filled in with, asked for when they are shown and when one is copied.
    ClientTexts(const ConnectClient &client, std::function<ClientWords()> words, QWidget *parent = nullptr);

    /// The words are others.
    void refresh();
    void setKeySecret(bool isSecret);

private:
    const ConnectClient &m_client;
    std::function<ClientWords()> m_words;
    Segments *m_tabs;
    QPlainTextEdit *m_text;
    bool m_isSecret = false;
};

} // namespace gatehouse::ui
