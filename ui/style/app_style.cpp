// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/app_style.h"

#include "ui/style/app_style_painters.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QSplitterHandle>
#include <QTabBar>

namespace mediahelm::ui {

namespace {

constexpr int controlHeight = 32;

int atLeastLine(const QStyleOption *option, int padding)
{
    return std::max(controlHeight, option ? option->fontMetrics.height() + padding : 0);
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QSplitterHandle *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin: return 16;
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 18;
    case PM_ToolBarIconSize: return 20;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space::medium;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::small;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return 4;
    case PM_HeaderMargin: return 8;
    case PM_TabBarTabHSpace: return 28;
    case PM_TabBarTabVSpace: return 14;
    case PM_SplitterWidth: return 7;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ShowDecorationSelected: return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Menu_SubMenuPopupDelay: return 150;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_FocusFrame_AboveWidget: return 1;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(atLeastLine(option, 14));
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && !button->icon.isNull())
            result.rwidth() += space::tiny; // the room between icon and text is wider than Fusion's
        result.setWidth(std::max(result.width(), 72));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: result.setHeight(atLeastLine(option, 14)); break;
    case CT_ToolButton: result = result.expandedTo(QSize(30, 30)); break;
    case CT_HeaderSection: result.setHeight(atLeastLine(option, 14)); break;
    case CT_ItemViewItem:
        if (option && result.height() >= 2 * option->fontMetrics.lineSpacing()) // several lines
            result.rheight() += 10;
        result.setHeight(std::max(result.height(), (option ? option->fontMetrics.height() : 0) + 10));
        break;
    case CT_CheckBox:
    case CT_RadioButton: result.setHeight(std::max(result.height(), smallestTarget)); break;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result = QSize(result.width() + 16, std::max(result.height(), 30));
        break;
    }
    default: break;
    }
    return result;
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        rect.adjust(4, 0, -4, 0);
    return rect;
}

// Scroll bars have no buttons: the groove is all of it.
QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                               const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, subControl, widget).adjusted(6, 0, 0, 0);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool upright = slider->orientation == Qt::Vertical;
    const int length = upright ? slider->rect.height() : slider->rect.width();
    const int thickness = upright ? slider->rect.width() : slider->rect.height();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    int bar = length;
    if (range > 0) {
        bar = static_cast<int>(qint64(length) * slider->pageStep / (range + slider->pageStep));
        bar = std::clamp(bar, std::min(pixelMetric(PM_ScrollBarSliderMin, option, widget), length), length);
    }
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - bar,
                                              slider->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect rect = upright ? QRect(0, from, thickness, size) : QRect(from, 0, size, thickness);
        return visualRect(slider->direction, slider->rect, rect.translated(slider->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarSlider: return part(start, bar);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + bar, length - start - bar);
    case SC_ScrollBarGroove: return slider->rect;
    default: return {};
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: painters::pushButtonPanel(option, painter, widget); return;
    case PE_PanelButtonTool: painters::toolButtonPanel(option, painter); return;
    case PE_FrameLineEdit: return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            painters::fieldPanel(option, painter);
        return;
    }
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractButton *>(widget) || !widget->inherits("QPushButton"))
            painters::focusRing(option, painter);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameButtonTool:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar: return;
    case PE_FrameTabBarBase: {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.mid());
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: painters::checkBox(option, painter); return;
    case PE_IndicatorRadioButton: painters::radioButton(option, painter); return;
    case PE_IndicatorBranch: painters::branch(option, painter); return;
    case PE_IndicatorArrowDown:
        painters::chevron(option->rect, Qt::DownArrow, painter, option->palette.text().color());
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool down = header && header->sortIndicator == QStyleOptionHeader::SortDown;
        QRect place = option->rect; // Qt hands it beside the upper edge
        if (qobject_cast<const QHeaderView *>(widget))
            place.moveTop((widget->height() - place.height()) / 2);
        painters::chevron(place, down ? Qt::DownArrow : Qt::UpArrow, painter, option->palette.text().color());
        return;
    }
    case PE_IndicatorArrowLeft:
        painters::chevron(option->rect, Qt::LeftArrow, painter, option->palette.text().color());
        return;
    case PE_IndicatorArrowRight:
        painters::chevron(option->rect, Qt::RightArrow, painter, option->palette.text().color());
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            painters::itemGround(item, painter);
        return;
    case PE_PanelItemViewRow:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            painters::itemGround(row, painter);
        return;
    case PE_FrameTabWidget:
        painter->fillRect(option->rect, option->palette.base());
        painters::quietFrame(option, painter);
        return;
    case PE_Frame:
    case PE_FrameGroupBox: painters::quietFrame(option, painter); return;
    case PE_FrameMenu: return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, option->palette.base()); return;
    case PE_PanelMenu: painters::menuPanel(option, painter); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText, painters::pushButtonText(option, widget));
            if (copy.icon.isNull() || copy.text.isEmpty())
                QProxyStyle::drawControl(element, &copy, painter, widget);
            else
                painters::iconAndText(copy, painter, this, widget);
        }
        return;
    }
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            painters::headerSection(header, painter);
        return;
    case CE_HeaderEmptyArea: {
        painter->fillRect(option->rect, option->palette.base());
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.mid());
        return;
    }
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            painters::tabShape(tab, painter);
        return;
    case CE_ProgressBarGroove: painters::progressGroove(option, painter); return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum)
            painters::progressContents(bar, painter);
        else
            QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_Splitter: painters::splitter(option, painter); return;
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled)) {
            painters::menuGround(option, painter);
            QStyleOptionMenuItem copy = *item;
            copy.state &= ~State_Selected;
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); control == CC_ComboBox && combo) {
        painters::comboBox(combo, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), painter);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); control == CC_SpinBox && spin) {
        painters::spinBox(spin, proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                          proxy()->subControlRect(control, option, SC_SpinBoxDown, widget), painter);
        return;
    }
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); control == CC_ScrollBar && slider) {
        painters::scrollBar(slider, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget), painter,
                            widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon AppStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton: return quietIcon(QStringLiteral("close"));
    case SP_MessageBoxInformation: return symbolIcon(QStringLiteral("info-fill"), Tone::info);
    case SP_MessageBoxWarning: return symbolIcon(QStringLiteral("warning-fill"), Tone::warning);
    case SP_MessageBoxCritical: return symbolIcon(QStringLiteral("error-fill"), Tone::bad);
    case SP_MessageBoxQuestion: return symbolIcon(QStringLiteral("help"), Tone::info);
    default: return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace mediahelm::ui
