// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/host_summary_card.h"

#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/style/service_look.h"
#include "ui/style/words.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/state_badge.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace mediahelm::ui {

namespace {

constexpr int barHeight = 6;

QString countsText(const QList<model::Container> &containers)
{
    std::array<int, serviceLookCount> counts{};
    for (const model::Container &container : containers)
        ++counts.at(static_cast<std::size_t>(lookOf(container)));
    QStringList parts;
    for (int i = 0; i < serviceLookCount; ++i) {
        if (const int count = counts.at(std::size_t(i)); count > 0)
            parts.append(lookCount(ServiceLook(i), count).replace(QLatin1Char(' '), QChar(QChar::Nbsp)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

HostSummaryCard::HostSummaryCard(const base::HostId &host, QWidget *parent)
    : Card(parent)
    , m_host(host)
    , m_badge(new StateBadge(this))
    , m_engine(makeText(TextRole::caption, {}, this, true))
    , m_counts(makeText(TextRole::normal, {}, this, true))
    , m_cpu(new MeterBar(tr("CPU"), this))
    , m_memory(new MeterBar(tr("Memory"), this))
{
    auto *body = new QVBoxLayout(this);
    body->setContentsMargins(space::large, space::medium, space::large, space::large);
    body->setSpacing(space::small);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(new ElidedLabel(TextRole::heading, host.text(), this));
    head->addWidget(m_badge);
    head->addStretch();
    body->addLayout(head);
    body->addWidget(m_engine);
    body->addWidget(m_counts);
    body->addSpacing(space::tiny);
    body->addWidget(m_cpu);
    body->addWidget(m_memory);
    body->addStretch();
}

void HostSummaryCard::setStatus(const control::HostStatus &status, const QList<model::Container> &containers,
                                bool listed)
{
    const model::ConnectionPhase phase = status.connection.phase;
    m_badge->setWord(phaseTone(phase), phaseIcon(phase), phaseWord(phase));
    m_engine->setText(status.engine
                          ? tr("%1 %2 on %3", "engine, version, system")
                                .arg(status.engine->product, status.engine->version, status.engine->operatingSystem)
                          : tr("Engine not known yet"));
    QString counts = countsText(containers);
    if (!listed)
        counts = tr("Services not known yet");
    else if (containers.isEmpty())
        counts = tr("No services");
    else if (status.connection.stale() && status.connection.lastAnswer.isValid())
        counts = tr("%1 (%2)", "counts, age")
                     .arg(counts, formatAge(status.connection.lastAnswer, QDateTime::currentDateTimeUtc()));
    if (m_counts->text() != counts)
        m_counts->setText(counts);
    m_counts->setEnabled(!status.connection.stale());
    if (status.connection.stale())
        setSample(std::nullopt);
}

void HostSummaryCard::setSample(const std::optional<model::HostSample> &sample)
{
    if (sample && sample->cpuCores && sample->cpus > 0)
        m_cpu->setValue(*sample->cpuCores / sample->cpus, formatShare(*sample->cpuCores, sample->cpus));
    else
        m_cpu->setValue(std::nullopt, noValue());
    if (sample && sample->memoryBytes && sample->memoryTotalBytes > 0) {
        m_memory->setValue(
            double(*sample->memoryBytes) / double(sample->memoryTotalBytes),
            tr("%1 of %2").arg(formatBytes(*sample->memoryBytes), formatBytes(sample->memoryTotalBytes)));
    } else {
        m_memory->setValue(std::nullopt, noValue());
    }
}

MeterBar::MeterBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_text(noValue())
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeterBar::setValue(std::optional<double> share, const QString &text)
{
    if (share == m_share && text == m_text)
        return;
    m_share = share;
    m_text = text;
    setAccessibleDescription(text);
    update();
}

QSize MeterBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + barHeight + space::tiny};
}

QSize MeterBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    const Palette &palette = paletteOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect words(0, 0, width(), fontMetrics().height());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setPen(palette.textMuted);
    painter.drawText(words, (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, m_name);
    painter.setPen(palette.text);
    painter.drawText(words, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, m_text);
    const QRect bar(0, height() - barHeight, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.tone(Tone::neutral).soft);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    if (!m_share)
        return;
    const double share = std::clamp(*m_share, 0.0, 1.0);
    const Tone tone = share >= 0.9 ? Tone::bad : share >= 0.75 ? Tone::warning : Tone::info;
    const int filled = std::max(barHeight, qRound(bar.width() * share));
    painter.setBrush(palette.tone(tone).text);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), bar, QRect(bar.topLeft(), QSize(filled, barHeight))),
                            barHeight / 2.0, barHeight / 2.0);
}

} // namespace mediahelm::ui
