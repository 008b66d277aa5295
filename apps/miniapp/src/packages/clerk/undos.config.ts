export default definePageConfig({ navigationBarTitleText: '待确认的撤销', enablePullDownRefresh: true });
