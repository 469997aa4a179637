// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/service_row.h"

#include <algorithm>
#include <cmath>

namespace mediahelm::ui {

namespace {

// Without case first, so that "Bazarr" stands beside "bazarr"; with it where that leaves two alike.
int compareNames(const QString &a, const QString &b)
{
    const int order = a.compare(b, Qt::CaseInsensitive);
    return order != 0 ? order : a.compare(b);
}

} // namespace

bool groupBefore(const ServiceGroup &a, const ServiceGroup &b)
{
    if (a.project.isEmpty() != b.project.isEmpty())
        return b.project.isEmpty();
    const int order = compareNames(a.project, b.project);
    return order != 0 ? order < 0 : a.host < b.host;
}

bool rowBefore(const model::Container &a, const model::Container &b)
{
    int order = compareNames(a.displayName(), b.displayName());
    if (order != 0)
        return order < 0;
    if (a.number != b.number)
        return a.number < b.number;
    order = compareNames(a.name.text(), b.name.text());
    return order != 0 ? order < 0 : a.id < b.id;
}

QByteArray sparkShape(const QList<float> &cores)
{
    constexpr float levels = 64; // more than a row of the table has pixels
    float top = sparkLeastTop;
    for (const float value : cores) {
        if (value > top) // no gap is
            top = value;
    }
    QByteArray shape;
    shape.reserve(cores.size());
    for (const float value : cores)
        shape.append(std::isnan(value) ? char(-1)
                                       : static_cast<char>(std::lround(std::max(value, 0.0F) / top * levels)));
    return shape;
}

QString shortImage(const QString &image)
{
    QString text = image.section(QLatin1Char('@'), 0, 0);
    if (text.isEmpty() || image.startsWith(QLatin1String("sha256:")))
        return image.left(19);
    const QString first = text.section(QLatin1Char('/'), 0, 0);
    const bool registry = text.contains(QLatin1Char('/'))
        && (first.contains(QLatin1Char('.')) || first.contains(QLatin1Char(':'))
            || first == QLatin1String("localhost"));
    return registry ? text.section(QLatin1Char('/'), 1) : text;
}

} // namespace mediahelm::ui
