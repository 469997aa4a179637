// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/form/form_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace mediahelm::ui {

using control::FieldKind;
using control::FieldOrigin;
using control::FormField;
using control::FormLock;
using control::FormSection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServiceForm)
};

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(html);
}

QString originWords(const FieldOrigin &origin)
{
    const QString line = QString::number(origin.place.line);
    switch (origin.kind) {
    case FieldOrigin::Kind::alias:
        return Text::tr("From *%1 in line %2; another value here takes its place.").arg(origin.name, line);
    case FieldOrigin::Kind::merged: return Text::tr("Merged in from line %1; a value here counts before it.").arg(line);
    case FieldOrigin::Kind::extended: return Text::tr("From the service %1, which this one extends.").arg(origin.name);
    default: return {};
    }
}

QString lockedWords(const FormField &field)
{
    const QString line = QString::number(field.origin.place.line);
    switch (field.lock) {
    case FormLock::alias:
        return field.origin.name.isEmpty()
            ? Text::tr("Stands behind an alias: edit it where it is defined.")
            : Text::tr("Stands behind *%1: edit it in line %2.").arg(field.origin.name, line);
    case FormLock::merged:
        return field.origin.place.line > 0
            ? Text::tr("Merged in from line %1: edit it there. A part of it here would hide the rest.").arg(line)
            : Text::tr("What is around it is merged in: a part of it here would hide the rest.");
    case FormLock::shape: return Text::tr("Written in a way that only the text can edit.");
    case FormLock::none: break;
    }
    return {};
}

} // namespace

QString sectionTitle(FormSection section)
{
    switch (section) {
    case FormSection::general: return Text::tr("General");
    case FormSection::network: return Text::tr("Network");
    case FormSection::storage: return Text::tr("Storage");
    case FormSection::environment: return Text::tr("Environment");
    case FormSection::health: return Text::tr("Health check");
    case FormSection::resources: return Text::tr("Resources");
    case FormSection::devices: return Text::tr("Devices");
    case FormSection::labels: return Text::tr("Labels");
    case FormSection::mediahelm: break;
    }
    return Text::tr("In Mediahelm");
}

QStringList columnTitles(FieldKind kind)
{
    switch (kind) {
    case FieldKind::texts: return {Text::tr("Entry")};
    case FieldKind::pairs: return {Text::tr("Name"), Text::tr("Value")};
    case FieldKind::ports: return {Text::tr("Address"), Text::tr("Host"), Text::tr("Inside"), Text::tr("Protocol")};
    case FieldKind::mounts:
        return {Text::tr("Folder or volume"), Text::tr("Inside"), Text::tr("Read only", "column of a table")};
    case FieldKind::devices: return {Text::tr("Host"), Text::tr("Inside"), Text::tr("Rights")};
    default: return {};
    }
}

QString addLabel(FieldKind kind)
{
    switch (kind) {
    case FieldKind::pairs: return Text::tr("Add a name");
    case FieldKind::ports: return Text::tr("Add a port");
    case FieldKind::mounts: return Text::tr("Add a mount");
    case FieldKind::devices: return Text::tr("Add a device");
    default: return Text::tr("Add an entry");
    }
}

QString fieldNote(const FormField &field)
{
    QStringList notes;
    if (field.lock != FormLock::none)
        notes.append(lockedWords(field));
    else if (const QString origin = originWords(field.origin); !origin.isEmpty())
        notes.append(origin);
    if (field.value.hidden)
        notes.append(Text::tr("A secret is in it."));
    else if (!field.value.resolved.isEmpty())
        notes.append(Text::tr("Comes to: %1").arg(field.value.resolved));
    if (field.places > 0)
        notes.append(Text::tr("%n other places of the file use this very value.", nullptr, field.places));
    return notes.join(u' ');
}

QString lockWords(FormLock lock)
{
    switch (lock) {
    case FormLock::alias: return Text::tr("Stands behind an alias: edit it where it is defined.");
    case FormLock::merged: return Text::tr("Merged in from elsewhere: edit it there.");
    case FormLock::shape: return Text::tr("Written in a way that only the text can edit.");
    case FormLock::none: break;
    }
    return {};
}

QString fieldTip(const FormField &field)
{
    QString html = paragraph(QStringLiteral("<b>%1</b>").arg(field.title.toHtmlEscaped()));
    if (!field.documentation.isEmpty())
        html += paragraph(field.documentation.toHtmlEscaped());
    QStringList examples;
    for (const QString &example : field.examples)
        examples.append(QStringLiteral("<code>%1</code>").arg(example.left(120).toHtmlEscaped()));
    if (!examples.isEmpty())
        html += paragraph(Text::tr("For example: %1").arg(examples.mid(0, 4).join(QStringLiteral(", "))));
    return html;
}

QString refusal(const FormField &field, const QString &text)
{
    if (text.isEmpty() || text.contains(u'$'))
        return {};
    if (field.kind == FieldKind::choice && !field.isOpen && !field.values.contains(text))
        return Text::tr("It must be one of %1.").arg(field.values.join(QStringLiteral(", ")));
    if (field.kind != FieldKind::number)
        return {};
    bool ok = false;
    const double number = QLocale::c().toDouble(text, &ok);
    if (!ok)
        return Text::tr("It must be a number, or a variable such as ${NAME}.");
    const auto shown = [](double limit) { return QLocale::c().toString(limit, 'g', 12); };
    if (field.least && number < *field.least)
        return field.most ? Text::tr("It must be from %1 to %2.").arg(shown(*field.least), shown(*field.most))
                          : Text::tr("It must be %1 or more.").arg(shown(*field.least));
    if (field.most && number > *field.most)
        return field.least ? Text::tr("It must be from %1 to %2.").arg(shown(*field.least), shown(*field.most))
                           : Text::tr("It must be %1 or less.").arg(shown(*field.most));
    return {};
}

} // namespace mediahelm::ui
