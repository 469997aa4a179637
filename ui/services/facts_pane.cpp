// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/facts_pane.h"

#include "ui/services/fact_text.h"
#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/style/service_look.h"
#include "ui/widgets/page_parts.h"
#include "ui/widgets/state_badge.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

namespace mediahelm::ui {

using model::ContainerDetail;
using model::HealthCheck;
using model::HealthProbe;

namespace {

QVBoxLayout *newContent(QScrollArea *area)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, space::small, space::small, space::small);
    layout->setSpacing(space::small);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    return layout;
}

void prepare(QScrollArea *area, const QString &name)
{
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->viewport()->setAutoFillBackground(false);
}

QWidget *valueText(const QScrollArea *area, const QString &text, bool fixed)
{
    return new FactText(text, fixed ? fixedFont(captionFont(area->font())) : area->font());
}

QString restartWords(const QString &policy)
{
    if (policy == QLatin1String("no") || policy.isEmpty())
        return FactsPane::tr("Never");
    if (policy == QLatin1String("always"))
        return FactsPane::tr("Always");
    if (policy == QLatin1String("unless-stopped"))
        return FactsPane::tr("Unless stopped");
    return policy.startsWith(QLatin1String("on-failure"))
        ? FactsPane::tr("On failure%1", "how often at most")
              .arg(policy.section(QLatin1Char(':'), 1).isEmpty()
                       ? QString()
                       : FactsPane::tr(", at most %1 times").arg(policy.section(QLatin1Char(':'), 1)))
        : policy;
}

QString checkWords(const HealthCheck &check)
{
    QStringList words = check.test;
    if (!words.isEmpty() && (words.first() == QLatin1String("CMD") || words.first() == QLatin1String("CMD-SHELL")))
        words.removeFirst();
    return words.join(QLatin1Char(' '));
}

} // namespace

FactsPane::FactsPane(QWidget *parent)
    : QScrollArea(parent)
{
    prepare(this, tr("Details"));
    clear();
}

void FactsPane::clear()
{
    m_layout = newContent(this);
    m_layout->addStretch();
}

QGridLayout *FactsPane::addGroup(const QString &title)
{
    if (m_layout->count() > 0)
        m_layout->addSpacing(space::small);
    m_layout->addWidget(makeText(TextRole::heading, title));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->setColumnStretch(1, 1);
    m_layout->addLayout(grid);
    return grid;
}

void FactsPane::addFact(QGridLayout *group, const QString &name, const QString &value, bool fixed)
{
    if (value.isEmpty() || value == noValue())
        return;
    const int row = group->rowCount();
    QLabel *label = makeText(TextRole::caption, name);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 17);
    group->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeading);
    group->addWidget(valueText(this, value, fixed), row, 1);
}

void FactsPane::addFacts(QGridLayout *group, const QString &name, const QStringList &values)
{
    bool first = true;
    for (const QString &value : values) {
        addFact(group, first ? name : QString(), value, true);
        first = false;
    }
}

void FactsPane::setDetail(const ContainerDetail &detail)
{
    const int place = verticalScrollBar()->value();
    const model::Container &container = detail.container;
    m_layout = newContent(this);

    QGridLayout *about = addGroup(tr("Container"));
    addFact(about, tr("Problem"), detail.error);
    addFact(about, tr("Name"), container.name.text(), true);
    addFact(about, tr("Image"), container.image, true);
    addFact(about, tr("Id"), container.id.text().left(12), true);
    addFact(about, tr("Created"), formatInstant(container.createdAt));
    addFact(about, tr("Started"), formatInstant(container.startedAt));
    if (!container.running())
        addFact(about, tr("Ended"), formatInstant(container.finishedAt));
    addFact(about, tr("Restarts by itself"), restartWords(detail.restartPolicy));
    addFact(about, tr("Command"), detail.command.join(QLatin1Char(' ')), true);
    addFact(about, tr("User"), detail.user, true);
    addFact(about, tr("Folder"), detail.workingDirectory, true);
    if (detail.privileged)
        addFact(about, tr("Privileged"), tr("Yes: it may do all that root may"));

    QStringList mounts;
    for (const model::Mount &mount : detail.mounts)
        mounts.append(tr("%1 at %2%3", "source, destination, read-only")
                          .arg(mount.source.isEmpty() ? mount.type : mount.source, mount.destination,
                               mount.writable ? QString() : tr(" (read-only)")));
    QStringList networks;
    for (const model::NetworkAttachment &network : detail.networks)
        networks.append(network.address.isEmpty()
                            ? network.name
                            : tr("%1: %2", "network, address").arg(network.name, network.address));
    QStringList ports;
    for (const model::PortBinding &port : container.ports)
        ports.append(port.hostPort > 0 ? tr("%1:%2 to %3/%4", "host address, host port, container port, protocol")
                                             .arg(port.hostIp)
                                             .arg(port.hostPort)
                                             .arg(port.containerPort)
                                             .arg(port.protocol)
                                       : tr("%1/%2, not published").arg(port.containerPort).arg(port.protocol));
    QGridLayout *outside = addGroup(tr("Mounts, networks, ports"));
    addFacts(outside, tr("Mounts"), mounts);
    addFacts(outside, tr("Networks"), networks);
    addFacts(outside, tr("Ports"), ports);

    QGridLayout *more = addGroup(tr("Environment"));
    addFact(more, tr("Labels"), formatCount(detail.labels.size()));
    addFact(more, tr("Variables"), detail.environmentNames.join(QStringLiteral(", ")), true);
    m_layout->addStretch();
    verticalScrollBar()->setValue(place);
}

HealthPane::HealthPane(QWidget *parent)
    : QScrollArea(parent)
{
    prepare(this, tr("Health"));
    clear();
}

void HealthPane::clear()
{
    newContent(this)->addStretch();
}

void HealthPane::setDetail(const ContainerDetail &detail)
{
    const int place = verticalScrollBar()->value();
    QVBoxLayout *layout = newContent(this);
    if (!detail.healthCheck) {
        layout->addWidget(makeText(TextRole::heading, tr("No health check")));
        layout->addWidget(
            makeText(TextRole::normal,
                     tr("Neither the image nor the service defines one, so that “running” is all that is known."),
                     nullptr, true));
        layout->addStretch();
        return;
    }
    const HealthCheck &check = *detail.healthCheck;
    const auto seconds = [](std::chrono::milliseconds time) {
        return formatDuration(std::chrono::duration_cast<std::chrono::seconds>(time));
    };
    auto *badge = new StateBadge;
    badge->setService(detail.container);
    layout->addWidget(badge);
    layout->addWidget(valueText(this, checkWords(check), true));
    layout->addWidget(makeText(TextRole::caption,
                               tr("Every %1, at most %2 each; unhealthy after %3 failures. Failing in a row: %4.")
                                   .arg(seconds(check.interval), seconds(check.timeout))
                                   .arg(check.retries)
                                   .arg(check.failingStreak),
                               nullptr, true));
    layout->addWidget(makeText(TextRole::heading, tr("Last probes")));
    if (check.log.isEmpty())
        layout->addWidget(makeText(TextRole::normal, tr("None has ended yet.")));
    for (auto probe = check.log.crbegin(); probe != check.log.crend(); ++probe)
        addProbe(layout, *probe);
    layout->addStretch();
    verticalScrollBar()->setValue(place);
}

void HealthPane::addProbe(QVBoxLayout *layout, const HealthProbe &probe)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    const bool good = probe.exitCode == 0;
    auto *badge = new StateBadge;
    badge->setWord(good ? Tone::good : Tone::bad,
                   good ? QStringLiteral("check_circle-fill") : QStringLiteral("error-fill"),
                   good ? tr("Passed") : tr("Failed (%1)", "exit code").arg(probe.exitCode));
    head->addWidget(badge);
    head->addWidget(
        makeText(TextRole::caption,
                 tr("%1, took %2 s")
                     .arg(formatInstant(probe.start),
                          QLocale().toString(static_cast<double>(probe.start.msecsTo(probe.end)) / 1000, 'f', 1))));
    head->addStretch();
    layout->addLayout(head);
    const QString output = probe.output.trimmed();
    if (!output.isEmpty())
        layout->addWidget(valueText(this, output, true));
}

} // namespace mediahelm::ui
