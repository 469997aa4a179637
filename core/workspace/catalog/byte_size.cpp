// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/catalog/byte_size.h"

#include <QStringList>

namespace mediahelm::workspace {

std::optional<qint64> byteSize(const QString &text)
{
    QString number = text.trimmed().toLower();
    if (number.endsWith(u'b'))
        number.chop(1);
    qint64 unit = 1;
    const QString units = QStringLiteral("kmgt");
    if (!number.isEmpty()) {
        const qsizetype power = units.indexOf(number.back());
        if (power >= 0) {
            unit = qint64(1) << (10 * (power + 1));
            number.chop(1);
        }
    }
    bool ok = false;
    const double value = number.toDouble(&ok);
    if (!ok || !(value >= 0) || value * static_cast<double>(unit) > 1e18)
        return std::nullopt;
    return static_cast<qint64>(value * static_cast<double>(unit));
}

QString byteSizeText(qint64 bytes)
{
    const QStringList units{QStringLiteral("B"), QStringLiteral("KB"), QStringLiteral("MB"), QStringLiteral("GB"),
                            QStringLiteral("TB")};
    auto value = static_cast<double>(bytes);
    qsizetype unit = 0;
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    QString number = QString::number(value, 'f', value < 10 && unit > 0 ? 1 : 0);
    if (number.endsWith(QLatin1String(".0")))
        number.chop(2);
    return number + u' ' + units.at(unit);
}

} // namespace mediahelm::workspace
