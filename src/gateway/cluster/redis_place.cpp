// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cluster/redis_place.h"

#include <QUrl>

namespace gatehouse::cluster {

std::optional<RedisPlace> redisPlaceFrom(const std::string &url)
{
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    const bool isSecure = parsed.scheme() == QLatin1String("rediss");
    if (!parsed.isValid() || parsed.host().isEmpty() || (!isSecure && parsed.scheme() != QLatin1String("redis")))
        return std::nullopt;
    RedisPlace place;
    place.isSecure = isSecure;
    place.host = parsed.host().toStdString();
    place.port = parsed.port(place.port);
    place.user = parsed.userName(QUrl::FullyDecoded).toStdString();
    place.password = Secret(parsed.password(QUrl::FullyDecoded).toStdString());
    const QString database = parsed.path().mid(1);
    bool isNumber = true;
    if (!database.isEmpty())
        place.database = database.toInt(&isNumber);
    return isNumber && place.database >= 0 ? std::optional(place) : std::nullopt;
}

} // namespace gatehouse::cluster
