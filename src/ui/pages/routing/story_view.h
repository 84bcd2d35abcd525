// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace gatehouse::ui {

struct DryRunLine;
struct DryRunStep;
struct DryRunStory;

/// What came of a dry run: who answers, then each group on the way with its deployments.
class StoryView : public QWidget
{
    Q_OBJECT
public:
    explicit StoryView(const DryRunStory &story, QWidget *parent = nullptr);
};

} // namespace gatehouse::ui
