// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace gatehouse::ui {

class Bars;
class Tile;
class TrafficModel;

/// The last minute in four tiles.
class SummaryRow : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryRow(TrafficModel &model, QWidget *parent = nullptr);

    void refresh();

private:
    TrafficModel &m_model;
    Tile *m_requests;
    Tile *m_tokens;
    Tile *m_errors;
    Tile *m_latency;
    Bars *m_bars;
};

} // namespace gatehouse::ui
