// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/provider_icon.h"

#include "ui/widgets/colours.h"

#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QString providerLetters(const QString &title)
{
    QString letters;
    for (const QString &word : title.split(u' ', Qt::SkipEmptyParts)) {
        if (word.front().isLetterOrNumber() && letters.size() < 2)
            letters += word.front().toUpper();
    }
    return letters;
}

QPixmap providerPicture(const QString &title, int size, const QWidget &beside)
{
    const Colours &colours = Colours::of(beside.palette());
    // Not qHash, whose seed is another in each run.
    int hue = 0;
    for (const QChar letter : title)
        hue = (hue * 31 + letter.unicode()) % 360;
    const QColor strong = QColor::fromHsl(hue, 140, colours.dark ? 178 : 84);
    const qreal ratio = beside.devicePixelRatioF();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(strong, colours.surface, 0.18));
    painter.drawEllipse(QRectF(0, 0, size, size));
    QFont font = beside.font();
    font.setPixelSize(size * 45 / 100);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(strong);
    painter.drawText(QRectF(0, 0, size, size), Qt::AlignCenter, providerLetters(title));
    return pixmap;
}

QIcon providerIcon(const QString &title, const QWidget &beside)
{
    const QPixmap pixmap = providerPicture(title, beside.fontMetrics().height() + 4, beside);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // or the style tints it
    return icon;
}

} // namespace gatehouse::ui
