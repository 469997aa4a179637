// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/configuration/explanation_words.h"

#include "ui/style/phrases/phrase_book.h"

#include <QCoreApplication>

namespace mediahelm::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(html);
}

QString code(const QString &text)
{
    return QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped());
}

QString valueText(const control::Explanation &explanation)
{
    if (explanation.hidden)
        return Text::tr("A secret: its value is kept apart.");
    if (!explanation.isSet)
        return Text::tr("It has no value.");
    return explanation.value.isEmpty() ? Text::tr("It is empty.") : explanation.value;
}

QString originText(const control::ValueOrigin &origin, bool hidden)
{
    const QString where = origin.file.isEmpty() ? Text::tr("environment of the program")
                                                : Text::tr("%1, line %2").arg(origin.file).arg(origin.place.line);
    return hidden ? where : Text::tr("%1: %2", "place, value").arg(where, origin.value);
}

} // namespace

QString explanationHtml(const control::Explanation &explanation)
{
    QString name = explanation.name.toHtmlEscaped();
    if (!explanation.title.isEmpty() && explanation.title != explanation.name)
        name = Text::tr("%1 – %2", "name, title").arg(name, explanation.title.toHtmlEscaped());
    QString html = paragraph(QStringLiteral("<b>%1</b>").arg(name));
    if (explanation.isVariable) {
        const QString value = valueText(explanation);
        const bool literal = explanation.isSet && !explanation.hidden && !explanation.value.isEmpty();
        html += paragraph(literal ? code(value) : value.toHtmlEscaped());
    }
    if (!explanation.resolved.isEmpty())
        html += paragraph(Text::tr("Here it comes to %1").arg(code(explanation.resolved)));
    if (!explanation.documentation.isEmpty())
        html += paragraph(explanation.documentation.toHtmlEscaped());
    // The one that holds first: that is what is looked for.
    for (auto origin = explanation.origins.crbegin(); origin != explanation.origins.crend(); ++origin)
        html += paragraph(originText(*origin, explanation.hidden).toHtmlEscaped());
    if (!explanation.examples.isEmpty()) {
        QStringList examples;
        for (const QString &example : explanation.examples)
            examples.append(code(example.left(120)));
        html += paragraph(Text::tr("For example: %1").arg(examples.mid(0, 4).join(QStringLiteral(", "))));
    }
    return html;
}

QString problemHtml(const model::Diagnostic &problem)
{
    QString html = paragraph(QStringLiteral("<b>%1</b> %2")
                                 .arg(severityWord(problem.severity), inOurWords(problem.message).toHtmlEscaped()));
    if (problem.fix)
        html += paragraph(Text::tr("Can be mended: %1").arg(inOurWords(problem.fix->title).toHtmlEscaped()));
    return html;
}

QString explanationLine(const control::Explanation &explanation)
{
    QStringList parts{explanation.name};
    if (explanation.isVariable)
        parts.append(valueText(explanation));
    if (!explanation.resolved.isEmpty())
        parts.append(Text::tr("Here it comes to %1").arg(explanation.resolved));
    if (!explanation.documentation.isEmpty())
        parts.append(explanation.documentation);
    return parts.join(QStringLiteral(". "));
}

QString severityWord(model::Severity severity)
{
    switch (severity) {
    case model::Severity::error: return Text::tr("Error");
    case model::Severity::warning: return Text::tr("Warning");
    case model::Severity::hint: break;
    }
    return Text::tr("Hint");
}

} // namespace mediahelm::ui
