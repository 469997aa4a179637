// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/service_facts.h"

#include "ui/style/format.h"
#include "ui/style/metrics.h"
#include "ui/widgets/page_parts.h"

#include <QLocale>

namespace mediahelm::ui {

using control::CatalogService;

namespace {

QString orList(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    return ServiceFacts::tr("%1 or %2", "a list of names")
        .arg(names.first(names.size() - 1).join(u", "_qs), names.last());
}

QString portsText(const QList<int> &ports)
{
    QStringList texts;
    for (const int port : ports)
        texts.append(QString::number(port));
    return texts.join(u", "_qs);
}

} // namespace

ServiceFacts::ServiceFacts(QWidget *parent)
    : QWidget(parent)
    , m_title(makeText(TextRole::heading, {}, this, true))
    , m_description(makeText(TextRole::normal, {}, this, true))
    , m_retired(makeText(TextRole::strong, {}, this, true))
    , m_facts(new QWidget(this))
    , m_rows(new QVBoxLayout(m_facts))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(m_title);
    layout->addWidget(m_description);
    layout->addWidget(m_retired);
    layout->addWidget(m_facts);
    layout->addStretch();
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    setService(nullptr);
}

void ServiceFacts::add(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *text = makeText(TextRole::normal, value, m_facts, true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setContentsMargins(0, 0, 0, space::tiny);
    m_rows->addWidget(makeText(TextRole::caption, name, m_facts));
    m_rows->addWidget(text);
}

void ServiceFacts::setService(const CatalogService *service)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_title->setVisible(service);
    m_retired->setVisible(service && !service->whyRetired.isEmpty());
    if (!service) {
        m_description->setText(tr("Choose a service to read what it is and what it needs."));
        return;
    }
    m_title->setText(service->name);
    m_description->setText(service->description);
    m_retired->setText(
        service->replacements.isEmpty()
            ? tr("No longer kept up: %1").arg(service->whyRetired)
            : tr("No longer kept up: %1 Use %2.").arg(service->whyRetired, orList(service->replacements)));
    add(tr("Does nothing without"), orList(service->needsOneOf));
    add(tr("Should live behind"), service->vpn);
    add(tr("You are asked for"), service->questions.join(u", "_qs));
    add(tr("Secrets"), service->secrets.join(u", "_qs));
    add(tr("Ports"), portsText(service->ports));
    QStringList needs;
    if (service->needs.cpus > 0)
        needs.append(tr("%1 cores").arg(QLocale().toString(service->needs.cpus, 'g', 3)));
    if (service->needs.memory > 0)
        needs.append(tr("%1 of memory").arg(formatBytes(service->needs.memory)));
    if (service->needs.disk > 0)
        needs.append(tr("%1 of disk").arg(formatBytes(service->needs.disk)));
    add(tr("May use"), needs.join(u", "_qs));
    add(tr("Image"), service->image);
    add(tr("In its place"), service->alternatives.join(u", "_qs));
    add(tr("Documentation"), service->docs);
}

} // namespace mediahelm::ui
