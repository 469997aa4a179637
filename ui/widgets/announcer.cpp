// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace mediahelm::ui {

namespace {

const char *const noticeProperty = "mediahelm.notice";

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !widget->property(noticeProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Notification);
}

// A role is asked once and then kept, so a widget says what it is before it is first looked at.
void makeNotice(QWidget *widget)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed);
    if (widget->property(noticeProperty).toBool())
        return;
    widget->setProperty(noticeProperty, true);
    if (QAccessibleInterface *known = QAccessible::queryAccessibleInterface(widget);
        known && known->role() != QAccessible::Notification)
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
}

} // namespace

void announce(QWidget *notice)
{
    if (!QAccessible::isActive())
        return;
    makeNotice(notice);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent spoken(notice, notice->accessibleName());
    QAccessible::updateAccessibility(&spoken);
#else
    // A notification that comes to be seen is read out.
    QAccessibleEvent shown(notice, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
#endif
}

Announcer::Announcer(QWidget *page)
    : QWidget(page)
{
    setFixedSize(1, 1);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Announcer::say(const QString &text)
{
    setAccessibleName(text);
    announce(this);
}

} // namespace mediahelm::ui
