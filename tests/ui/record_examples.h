// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse::ui::test {

/// What tests of the details of a request read; in a file of its own because moc cannot read texts such as these.
struct SaidExample {
    const char *name;
    QString request;
    QString response;
    QString said; ///< "role kind name: text", a line for each part; a star stands behind the role of an answer
};
QList<SaidExample> saidExamples();

struct BodyExample {
    const char *name;
    QString body;
    QString text; ///< as people read it
};
QList<BodyExample> bodyExamples();

QByteArray recordExample();
QByteArray wrongRecordExample();

} // namespace gatehouse::ui::test
