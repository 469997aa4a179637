// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/log_search.h"

#include "ui/widgets/log_buffer.h"
#include "ui/widgets/log_text.h"

#include <QElapsedTimer>

#include <algorithm>

namespace mediahelm::ui {

namespace {

constexpr qint64 sliceMsecs = 8;
constexpr int linesBetweenLooks = 512;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

LogSearch::LogSearch(const LogBuffer &buffer, QObject *parent)
    : QObject(parent)
    , m_buffer(buffer)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &LogSearch::searchSlice);
}

void LogSearch::setText(const QString &text)
{
    m_text = text;
    m_lower = isAscii(text) ? text.toLower().toLatin1() : QByteArray();
    m_lines.clear();
    m_searched = m_buffer.firstLine();
    m_slice.stop();
    Q_EMIT changed();
    lookOn();
}

void LogSearch::lookOn()
{
    if (!m_text.isEmpty() && !m_slice.isActive())
        m_slice.start();
}

void LogSearch::searchSlice()
{
    while (!m_lines.empty() && m_lines.front() < m_buffer.firstLine())
        m_lines.pop_front();
    m_searched = std::max(m_searched, m_buffer.firstLine());
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; m_searched < m_buffer.endLine(); ++m_searched, ++i) {
        if (i % linesBetweenLooks == 0 && timer.elapsed() >= sliceMsecs)
            break;
        if (hit(m_searched))
            m_lines.push_back(m_searched);
    }
    if (m_searched >= m_buffer.endLine())
        m_slice.stop();
    Q_EMIT changed();
}

bool LogSearch::hit(qint64 line) const
{
    const QByteArrayView text = m_buffer.line(line).text;
    if (m_lower.isEmpty())
        return displayText(text).contains(m_text, Qt::CaseInsensitive);
    return std::search(text.begin(), text.end(), m_lower.begin(), m_lower.end(),
                       [](char a, char b) { return lower(a) == b; })
        != text.end();
}

bool LogSearch::matches(qint64 line) const
{
    return std::binary_search(m_lines.begin(), m_lines.end(), line);
}

qint64 LogSearch::next(qint64 line) const
{
    if (m_lines.empty())
        return -1;
    const auto place = std::lower_bound(m_lines.begin(), m_lines.end(), line);
    return place == m_lines.end() ? m_lines.front() : *place;
}

qint64 LogSearch::previous(qint64 line) const
{
    if (m_lines.empty())
        return -1;
    const auto place = std::lower_bound(m_lines.begin(), m_lines.end(), line);
    return place == m_lines.begin() ? m_lines.back() : *(place - 1);
}

qsizetype LogSearch::placeOf(qint64 line) const
{
    return std::lower_bound(m_lines.begin(), m_lines.end(), line) - m_lines.begin();
}

} // namespace mediahelm::ui
